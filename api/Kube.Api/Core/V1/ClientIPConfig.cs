namespace Kube.Api.Core.V1;

/// <summary>Settings of affinity by client address.</summary>
public sealed class ClientIPConfig
{
    /// <summary>Seconds a client is remembered. Default 10800, at most 86400.</summary>
    [ProtoField(1, IsPointer = true)]
    public int? TimeoutSeconds { get; set; }
}
