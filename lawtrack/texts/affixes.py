"""How far two texts agree from either end, at the speed of comparing memory."""

__all__ = ["shared_end", "shared_start"]


def shared_start(old: str, new: str) -> int:
    """How many characters two texts have in common at the start."""
    low, high = 0, min(len(old), len(new))
    if old[:high] == new[:high]:
        return high
    step = 64
    # Comparing slices runs at the speed of memory: double until they differ, then halve.
    while low + step < high and old[low : low + step] == new[low : low + step]:
        low += step
        step *= 2
    high = min(high, low + step)
    while high - low > 8:
        middle = (low + high) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle
    while old[low] == new[low]:
        low += 1
    return low


def shared_end(old: str, new: str, most: int) -> int:
    """How many characters, *most* at most, two texts have in common at the end."""
    a, b = len(old), len(new)
    low, high = 0, most
    if old[a - high :] == new[b - high :]:
        return high
    step = 64
    while low + step < high and old[a - low - step : a - low] == new[b - low - step : b - low]:
        low += step
        step *= 2
    high = min(high, low + step)
    while high - low > 8:
        middle = (low + high) // 2
        if old[a - middle : a - low] == new[b - middle : b - low]:
            low = middle
        else:
            high = middle
    while old[a - low - 1] == new[b - low - 1]:
        low += 1
    return low
