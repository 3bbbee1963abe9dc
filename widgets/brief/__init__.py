"""The brief on the screen: what stands on it, its lines, its two plots, the view that draws them."""
