using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Pods;

internal static partial class PodWorkerLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "pod {Namespace}/{Name}: {Error}; trying again")]
    public static partial void StepFailed(this ILogger logger, string @namespace, string name, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "pod {Namespace}/{Name}: its worker has failed; starting it anew")]
    public static partial void WorkerFailed(this ILogger logger, string @namespace, string name, Exception error);

    [LoggerMessage(Level = LogLevel.Information, Message = "pod {Namespace}/{Name} ({Uid}) {What}")]
    public static partial void PodChanged(this ILogger logger, string @namespace, string name, string uid, string what);
}
