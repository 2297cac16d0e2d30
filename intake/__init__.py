"""From bytes or an address to text: the one room that opens what strangers send."""
