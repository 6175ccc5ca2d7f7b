namespace Kube.Api.Apps.V1;

/// <summary>How the numbers in pod names run.</summary>
public sealed class StatefulSetOrdinals
{
    /// <summary>The number of the first pod. Default 0.</summary>
    [ProtoField(1)]
    public int? Start { get; set; }
}
