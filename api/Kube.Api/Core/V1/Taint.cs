namespace Kube.Api.Core.V1;

/// <summary>A mark of a node that keeps pods away which do not tolerate it.</summary>
public sealed class Taint
{
    /// <summary>Taint key.</summary>
    [Required, ProtoField(1)]
    public string? Key { get; set; }

    /// <summary>Taint value.</summary>
    [ProtoField(2)]
    public string? Value { get; set; }

    /// <summary>NoSchedule, PreferNoSchedule or NoExecute.</summary>
    [Required, ProtoField(3)]
    public string? Effect { get; set; }

    /// <summary>When it was put there.</summary>
    [ProtoField(4, IsPointer = true)]
    public DateTime? TimeAdded { get; set; }
}
