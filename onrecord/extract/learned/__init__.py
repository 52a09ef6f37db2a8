"""The learned reader: a small encoder that tags word pieces and links each cue to its parts."""
