"""SCO Reader: the desk reference on the Shanghai Cooperation Organisation."""

__version__ = "0.1.0"
