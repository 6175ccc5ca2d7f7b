namespace Kube.Machinery.Protobuf;

/// <summary>A body is not Kubernetes' protobuf, or not of a kind that is known.</summary>
public sealed class ProtobufException(string message) : Exception(message);
