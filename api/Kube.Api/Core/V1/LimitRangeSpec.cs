namespace Kube.Api.Core.V1;

/// <summary>The bounds of a LimitRange.</summary>
public sealed class LimitRangeSpec
{
    /// <summary>One item per type of thing that is bounded.</summary>
    [Required, ProtoField(1)]
    public List<LimitRangeItem>? Limits { get; set; }
}
