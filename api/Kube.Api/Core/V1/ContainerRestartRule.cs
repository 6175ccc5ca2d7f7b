namespace Kube.Api.Core.V1;

public sealed class ContainerRestartRule
{
    [Required]
    public string? Action { get; set; }

    public ContainerRestartRuleOnExitCodes? ExitCodes { get; set; }
}
