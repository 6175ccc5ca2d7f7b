namespace Kube.Api.Meta.V1;

/// <summary>More about a failure.</summary>
public sealed class StatusDetails
{
    /// <summary>Name of the object.</summary>
    [ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Its API group.</summary>
    [ProtoField(2)]
    public string? Group { get; set; }

    /// <summary>Its kind, or its resource's plural.</summary>
    [ProtoField(3)]
    public string? Kind { get; set; }

    /// <summary>Its uid.</summary>
    [ProtoField(6)]
    public string? Uid { get; set; }

    /// <summary>Each single fault.</summary>
    [ProtoField(4)]
    public List<StatusCause>? Causes { get; set; }

    /// <summary>Seconds after which to try again.</summary>
    [ProtoField(5)]
    public int? RetryAfterSeconds { get; set; }
}
