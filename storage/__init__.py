"""Memory: what a chat forwarded, and how to find it again."""
