namespace Kube.Api.Core.V1;

public sealed class ContainerRestartRuleOnExitCodes
{
    [Required, ProtoField(1)]
    public string? Operator { get; set; }

    [ListSet, ProtoField(2)]
    public List<int>? Values { get; set; }
}
