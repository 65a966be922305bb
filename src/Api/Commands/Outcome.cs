using Safeguard.Domain;

namespace Safeguard.Api.Commands;

/// <summary>What became of a command, before any protocol words it.</summary>
public abstract record Outcome;

/// <summary>It is so now. <paramref name="Changed"/> is false when it already was.</summary>
/// <param name="Version">The version of the command's own stream, its ETag.</param>
public sealed record Done(long Version, bool Changed) : Outcome;

/// <summary>A rule forbids it.</summary>
public sealed record Rejected(Rejection Rejection) : Outcome;

/// <summary>
/// The caller decided on version <paramref name="Asked"/>; the stream is at <paramref name="Present"/> (412).
/// </summary>
public sealed record Stale(long Asked, long Present) : Outcome;
