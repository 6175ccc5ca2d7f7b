namespace Kube.Api.Core.V1;

/// <summary>Settings of session affinity.</summary>
public sealed class SessionAffinityConfig
{
    /// <summary>For sessionAffinity ClientIP.</summary>
    [ProtoField(1, IsPointer = true)]
    public ClientIPConfig? ClientIP { get; set; }
}
