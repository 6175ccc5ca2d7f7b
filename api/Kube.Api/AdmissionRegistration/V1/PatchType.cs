namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>The forms of a change.</summary>
public static class PatchType
{
    /// <summary>An object that is merged in.</summary>
    public const string ApplyConfiguration = "ApplyConfiguration";

    /// <summary>A JSON patch.</summary>
    public const string JSONPatch = "JSONPatch";
}
