using Google.Protobuf;

namespace Kube.Etcd.Grpc;

/// <summary>A call etcd offers.</summary>
/// <param name="Path">Its path, such as <c>/etcdserverpb.KV/Range</c>.</param>
/// <param name="Parser">Reads its answers.</param>
/// <param name="IsRead">True when doing it twice is as good as once, so that another member may be asked after a failure of unknown outcome.</param>
internal sealed record GrpcMethod<TResponse>(string Path, MessageParser<TResponse> Parser, bool IsRead)
    where TResponse : IMessage<TResponse>;
