namespace Kube.Api.Storage.V1;

/// <summary>When claims of a class get their volume.</summary>
public static class VolumeBindingMode
{
    /// <summary>At once.</summary>
    public const string Immediate = "Immediate";

    /// <summary>When a pod that uses the claim is being scheduled.</summary>
    public const string WaitForFirstConsumer = "WaitForFirstConsumer";
}
