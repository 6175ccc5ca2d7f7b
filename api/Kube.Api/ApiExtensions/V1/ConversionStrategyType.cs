namespace Kube.Api.ApiExtensions.V1;

/// <summary>Ways to change an object's version.</summary>
public static class ConversionStrategyType
{
    /// <summary>Only apiVersion changes.</summary>
    public const string None = "None";

    /// <summary>A webhook converts.</summary>
    public const string Webhook = "Webhook";
}
