namespace Kube.Api.FlowControl.V1;

/// <summary>What tells flows apart.</summary>
public static class FlowDistinguisherMethodType
{
    /// <summary>Who sends.</summary>
    public const string ByUser = "ByUser";

    /// <summary>The namespace the request is about.</summary>
    public const string ByNamespace = "ByNamespace";
}
