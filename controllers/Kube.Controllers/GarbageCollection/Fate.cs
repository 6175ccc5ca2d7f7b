namespace Kube.Controllers.GarbageCollection;

/// <summary>What is to happen to an object.</summary>
internal enum Fate
{
    /// <summary>It stays as it is.</summary>
    Keep,

    /// <summary>It stays, without the references to owners that are gone or going.</summary>
    DropReferences,

    /// <summary>It is deleted.</summary>
    Delete,
}
