"""The special collective contract: where one round stands, and what its dates, delegates and votes break."""
