namespace Kube.Api.Core.V1;

/// <summary>Health of one device.</summary>
public sealed class ResourceHealth
{
    /// <summary>Id of the device.</summary>
    [Required, ProtoField(1)]
    public string? ResourceID { get; set; }

    /// <summary>Healthy, Unhealthy or Unknown.</summary>
    [ProtoField(2)]
    public string? Health { get; set; }

    /// <summary>What is wrong with it, for people.</summary>
    [ProtoField(6, IsPointer = true)]
    public string? Message { get; set; }
}
