"""Russian statements, told by the grammar of the sentence."""
