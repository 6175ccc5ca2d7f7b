namespace Kube.Machinery.Selectors;

/// <summary>A selector cannot be understood; the message is Kubernetes' own, fit for a 400 answer.</summary>
public sealed class SelectorException(string message) : FormatException(message);
