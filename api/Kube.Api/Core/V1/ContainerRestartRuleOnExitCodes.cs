namespace Kube.Api.Core.V1;

public sealed class ContainerRestartRuleOnExitCodes
{
    [Required]
    public string? Operator { get; set; }

    [ListSet]
    public List<int>? Values { get; set; }
}
