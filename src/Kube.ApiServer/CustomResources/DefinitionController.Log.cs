using Microsoft.Extensions.Logging;

namespace Kube.ApiServer.CustomResources;

internal sealed partial class DefinitionController
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "custom kinds do not follow their definitions yet, trying again: {Reason}")]
    private partial void LogRetry(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "objects of {Definition} are not deleted yet, trying again: {Reason}")]
    private partial void LogErasing(string definition, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} custom kinds are served")]
    private partial void LogServed(int count);
}
