namespace Kube.Controllers.Runtime;

/// <summary>How far a slow start came.</summary>
/// <param name="Succeeded">Calls that succeeded.</param>
/// <param name="Started">Calls made at all.</param>
/// <param name="Error">The first failure, or null when all calls were made and succeeded.</param>
internal readonly record struct SlowStartResult(int Succeeded, int Started, Exception? Error);
