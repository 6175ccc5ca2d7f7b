namespace Kube.Api.Core.V1;

public sealed class ContainerRestartRule
{
    [Required, ProtoField(1)]
    public string? Action { get; set; }

    [ProtoField(2, IsPointer = true)]
    public ContainerRestartRuleOnExitCodes? ExitCodes { get; set; }
}
