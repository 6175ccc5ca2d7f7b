namespace Kube.Api.Storage.V1;

/// <summary>How a volume comes and goes.</summary>
public static class VolumeLifecycleMode
{
    /// <summary>With a claim.</summary>
    public const string Persistent = "Persistent";

    /// <summary>With the pod that uses it.</summary>
    public const string Ephemeral = "Ephemeral";
}
