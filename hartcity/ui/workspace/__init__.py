"""What one browser tab holds of a workspace, and what is kept with it; nothing here draws."""
