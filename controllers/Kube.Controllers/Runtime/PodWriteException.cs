namespace Kube.Controllers.Runtime;

/// <summary>Pods could not be created or deleted as wanted; the key is to be tried again.</summary>
internal sealed class PodWriteException(Exception cause) : Exception(cause.Message, cause);
