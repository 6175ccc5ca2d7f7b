namespace Kube.Client;

/// <summary>What makes two events the same; a null message stands for many.</summary>
internal readonly record struct EventKey(string? Uid, string? Kind, ObjectKey Object, string? FieldPath, string Type, string Reason, string? Message);
