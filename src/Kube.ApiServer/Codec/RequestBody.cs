using System.Buffers;
using System.IO.Pipelines;
using Kube.ApiServer.Errors;
using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Codec;

/// <summary>Reads a whole request body, once, with an upper bound on its size.</summary>
internal static class RequestBody
{
    /// <summary>Kubernetes' limit: etcd's own request limit, with room for encoding.</summary>
    public const int Limit = 3 * 1024 * 1024;

    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > Limit)
        {
            throw Failure.TooLarge(Limit);
        }

        while (true)
        {
            var result = await request.BodyReader.ReadAsync(cancel);
            var length = result.Buffer.Length;
            if (length > Limit)
            {
                request.BodyReader.AdvanceTo(result.Buffer.End);
                throw Failure.TooLarge(Limit);
            }

            if (result.IsCompleted)
            {
                return Take(request.BodyReader, result.Buffer);
            }

            request.BodyReader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static byte[] Take(PipeReader reader, ReadOnlySequence<byte> buffer)
    {
        var bytes = buffer.ToArray();
        reader.AdvanceTo(buffer.End);
        return bytes;
    }
}
