namespace Kube.Machinery.Patch;

/// <summary>How the server answers a patch that cannot be applied.</summary>
public enum PatchFailure
{
    /// <summary>The patch itself makes no sense: 400 BadRequest.</summary>
    BadPatch,

    /// <summary>The patch is well formed but does not fit the object, as a failed JSON Patch test: 422 Invalid.</summary>
    DoesNotApply,

    /// <summary>More operations than allowed: 413 RequestEntityTooLarge.</summary>
    TooLarge,
}

/// <summary>A patch cannot be applied; the message is worded as Kubernetes words it.</summary>
public sealed class PatchException(PatchFailure failure, string message) : Exception(message)
{
    /// <summary>Whose fault it is, which decides the status code.</summary>
    public PatchFailure Failure { get; } = failure;
}
