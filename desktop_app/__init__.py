"""半边天: one enterprise's union work for women workers, in one local file."""

__version__ = "0.1.0"
