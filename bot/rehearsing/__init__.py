"""Wires a rehearsal: a local workspace with its cast, and the real bot against it.

The bot is the same that runs in earnest; only its address, its tokens and its clock differ.
"""

from bot.rehearsing.partnerships import NothingToRehearseError, anytown, begins_on, long_date
from bot.rehearsing.rehearsal import Rehearsal
from bot.rehearsing.saves import SaveError, SaveFolder
from bot.rehearsing.scenes import Scene, new_scene, save_of, scene_of

__all__ = [
    "NothingToRehearseError",
    "Rehearsal",
    "SaveError",
    "SaveFolder",
    "Scene",
    "anytown",
    "begins_on",
    "long_date",
    "new_scene",
    "save_of",
    "scene_of",
]
