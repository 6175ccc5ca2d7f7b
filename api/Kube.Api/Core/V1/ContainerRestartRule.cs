namespace Kube.Api.Core.V1;

/// <summary>An exception from a container's restart policy.</summary>
public sealed class ContainerRestartRule
{
    /// <summary>What to do when the rule fits.</summary>
    [Required, ProtoField(1)]
    public string? Action { get; set; }

    /// <summary>Exit codes the rule fits.</summary>
    [ProtoField(2, IsPointer = true)]
    public ContainerRestartRuleOnExitCodes? ExitCodes { get; set; }
}
