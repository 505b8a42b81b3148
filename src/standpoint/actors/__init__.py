"""Who is who: the registry of actors with dated roles, and the resolution of sources and mentions by it."""

from standpoint.actors.finding import FoundActor, find_actors
from standpoint.actors.protocol import ActorResolver
from standpoint.actors.registry import Registry
from standpoint.actors.resolver import RegistryResolver, resolve_phrase

__all__ = ["ActorResolver", "FoundActor", "Registry", "RegistryResolver", "find_actors", "resolve_phrase"]
