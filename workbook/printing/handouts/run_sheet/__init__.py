"""The facilitator's run sheet: times, what to say, what to bring."""
