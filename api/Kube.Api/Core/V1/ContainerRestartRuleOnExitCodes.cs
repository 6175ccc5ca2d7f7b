namespace Kube.Api.Core.V1;

/// <summary>A set of exit codes.</summary>
public sealed class ContainerRestartRuleOnExitCodes
{
    /// <summary>In or NotIn.</summary>
    [Required, ProtoField(1)]
    public string? Operator { get; set; }

    /// <summary>The codes, at most 255.</summary>
    [ListSet, ProtoField(2)]
    public List<int>? Values { get; set; }
}
