namespace Kube.Machinery.JsonPath;

/// <summary>A template or path cannot be understood or evaluated; the message is kubectl's.</summary>
public sealed class JsonPathException(string message) : FormatException(message);
