namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>What a request does to an object.</summary>
public static class OperationType
{
    /// <summary>Every operation.</summary>
    public const string All = "*";

    /// <summary>A new object.</summary>
    public const string Create = "CREATE";

    /// <summary>A change of an object.</summary>
    public const string Update = "UPDATE";

    /// <summary>The end of an object.</summary>
    public const string Delete = "DELETE";

    /// <summary>A connection to a subresource such as exec.</summary>
    public const string Connect = "CONNECT";
}
