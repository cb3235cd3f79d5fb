"""Where duties come from: the yearly calendar, the day's work, the procedures; ``services.agenda`` joins them."""
