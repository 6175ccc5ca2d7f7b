using Kube.Api.Core.V1;

namespace Kube.Client;

/// <summary>One call of <see cref="EventRecorder.Record(ObjectReference, string, string, string, string)"/>.</summary>
internal sealed record Occurrence(ObjectReference About, string Type, string Reason, string Message, DateTime At, string? Host = null);
