"""An amount that follows from a price and a quantity."""

from __future__ import annotations

from desktop_app.records.base import Values


def amount_from_price(values: Values) -> Values:
    """The values with ``amount`` = ``price`` x ``quantity`` in 元, where it was not typed and both are known."""
    price, quantity = values.get("price"), values.get("quantity")
    if values.get("amount") is None and price is not None and quantity is not None:
        return {**values, "amount": price * quantity}
    return values
