namespace Kube.ApiServer.Authentication;

/// <summary>Who makes a request.</summary>
internal sealed record UserInfo(string Name, string? Uid, IReadOnlyList<string> Groups)
{
    private static readonly Dictionary<string, IReadOnlyList<string>> s_nothing = [];

    /// <summary>The group everybody is in who proved who they are.</summary>
    public const string AuthenticatedGroup = "system:authenticated";

    /// <summary>The group that may do everything, so that a cluster whose roles are broken can be mended.</summary>
    public const string MastersGroup = "system:masters";

    /// <summary>The group of machines that have no more than a token to join with.</summary>
    public const string BootstrappersGroup = "system:bootstrappers";

    /// <summary>What the names of such machines begin with; the token's id follows.</summary>
    public const string BootstrapPrefix = "system:bootstrap:";

    /// <summary>The user of requests that need no proof: health and version.</summary>
    public static UserInfo Anonymous { get; } = new("system:anonymous", null, ["system:unauthenticated"]);

    /// <summary>The API server itself.</summary>
    public static UserInfo Server { get; } = new("system:apiserver", null, [MastersGroup, AuthenticatedGroup]);

    /// <summary>What else is known of the user, as lists of values by name; for a service account, which token it is and what it is bound to.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Extra { get; init; } = s_nothing;

    /// <summary>False for <see cref="Anonymous"/>.</summary>
    public bool IsAuthenticated => Groups.Contains(AuthenticatedGroup);

    /// <summary>True for a machine that has no more than a token to join with.</summary>
    public bool IsBootstrapper => Name.StartsWith(BootstrapPrefix, StringComparison.Ordinal) && Groups.Contains(BootstrappersGroup);

    /// <summary>True for the members of <see cref="MastersGroup"/>.</summary>
    public bool IsMaster => Groups.Contains(MastersGroup);
}
