using Kube.Api;

namespace Kube.Machinery.Quota;

/// <summary>What a quota says to a demand.</summary>
public sealed record QuotaVerdict
{
    private static readonly Dictionary<string, Quantity> s_nothing = [];

    private QuotaVerdict()
    {
    }

    /// <summary>The object does not concern the quota.</summary>
    public static QuotaVerdict Indifferent { get; } = new();

    /// <summary>Why not; null when the demand is accepted.</summary>
    public string? Refusal { get; private init; }

    /// <summary>What of the demand the quota counts.</summary>
    public IReadOnlyDictionary<string, Quantity> Charged { get; private init; } = s_nothing;

    /// <summary>What the quota has used with it; null when it does not change.</summary>
    public Dictionary<string, Quantity>? Used { get; private init; }

    internal static QuotaVerdict Refused(string why) => new() { Refusal = why };

    internal static QuotaVerdict Accepted(IReadOnlyDictionary<string, Quantity> charged, Dictionary<string, Quantity> used) =>
        charged.Count == 0 ? Indifferent : new() { Charged = charged, Used = used };
}
