"""What the rules ask: pure functions over values and dates; their figures are data in resources/rules."""
