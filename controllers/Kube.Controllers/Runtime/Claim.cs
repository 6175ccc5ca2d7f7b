namespace Kube.Controllers.Runtime;

/// <summary>What to do about an object that a selector might be meant for.</summary>
internal enum Claim
{
    /// <summary>Not ours and not to be.</summary>
    Ignore,

    /// <summary>Ours.</summary>
    Keep,

    /// <summary>Nobody's, and it matches: make it ours.</summary>
    Adopt,

    /// <summary>Ours, but it no longer matches: let it go.</summary>
    Release,
}
