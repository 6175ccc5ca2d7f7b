namespace Kube.Api.Core.V1;

/// <summary>Kernel capabilities beside those the runtime gives.</summary>
public sealed class Capabilities
{
    /// <summary>Capabilities to add.</summary>
    [ProtoField(1)]
    public List<string>? Add { get; set; }

    /// <summary>Capabilities to take away; ALL takes all.</summary>
    [ProtoField(2)]
    public List<string>? Drop { get; set; }
}
